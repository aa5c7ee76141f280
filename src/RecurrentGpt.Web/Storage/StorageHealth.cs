using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Says whether what is written can be stored. It is degraded, and not unhealthy, while the disk is full: whoever restarts the unhealthy would throw away
/// what waits in memory for room.
/// </summary>
internal sealed class StorageHealth(WriteQueue writes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(writes.Trouble is { } trouble ? HealthCheckResult.Degraded($"{trouble.Kind}: {trouble.Detail}") : HealthCheckResult.Healthy());
}
