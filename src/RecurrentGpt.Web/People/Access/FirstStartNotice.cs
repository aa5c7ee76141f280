using RecurrentGpt.Web.People.Accounts;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.People.Access;

/// <summary>Tells the code of the first start, where there is nobody yet.</summary>
internal sealed class FirstStartNotice(StorageStartup storage, FirstStart first, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await storage.OpenAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<PersonStore>().ListAsync(cancellationToken)).Count == 0)
        {
            first.Open();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
