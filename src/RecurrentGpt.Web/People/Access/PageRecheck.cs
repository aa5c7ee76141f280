using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People.Accounts;

namespace RecurrentGpt.Web.People.Access;

/// <summary>
/// Looks again and again whether those at open pages may still be there. What is done on the screen ends their pages at once; this finds what comes about
/// otherwise, as by a restored backup. A page that could not be looked at for too long is over as well.
/// </summary>
internal sealed partial class PageRecheck(
    OpenPages pages, Studies studies, IServiceScopeFactory scopes, IOptions<SignInOptions> options, TimeProvider clock, ILogger<PageRecheck> logger) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Recheck, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            await EndWhoMayNotAsync(stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogUnread(failure);
        }

        foreach (var page in pages.All.Where(page => page.SeenAt + Longest <= clock.GetUtcNow()))
        {
            page.End();
        }
    }

    private async Task EndWhoMayNotAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = (await scope.ServiceProvider.GetRequiredService<PersonStore>().ListAsync(stop)).Where(person => person.DisabledAt is null).ToDictionary(person => person.Id);
        foreach (var page in pages.All)
        {
            if (page.Session is not { } session || !people.TryGetValue(session.PersonId, out var person))
            {
                page.End();
                await (page.Session is { PersonId: var gone } ? studies.CloseAsync(gone) : Task.CompletedTask);
            }
            else if (person.SecurityStamp != session.Stamp || pages.HasEnded(session.Id))
            {
                page.End();
            }
            else
            {
                page.SeenAt = clock.GetUtcNow();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "It could not be read who may be here")]
    private partial void LogUnread(Exception failure);
}
