using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting.Limits;

namespace RecurrentGpt.Web.People.Access;

/// <summary>How often one address may try a password or a code.</summary>
internal sealed class SignInRate(IOptions<SignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.AttemptsAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Counts one more attempt.</summary>
    public bool Allows(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(Asker.Of(context.Connection.RemoteIpAddress));
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
