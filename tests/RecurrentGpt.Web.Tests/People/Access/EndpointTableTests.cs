using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.People.Access;

/// <summary>Every endpoint that the running program has, tried by nobody, by somebody else, and by the owner.</summary>
public sealed class EndpointTableTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Title = "The quicksilver lantern";

    private readonly SignInHost _host = new();
    private IReadOnlyList<EndpointRow> _rows = [];

    private IEnumerable<RouteEndpoint> Endpoints => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public async Task InitializeAsync()
    {
        await _host.AddPeopleAsync();
        var storyId = await _host.AddStoryAsync(Title);
        var backup = _host.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand)!;
        _rows = EndpointTable.Of(storyId, backup.Name);
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Endpoints_OfTheProgram_AreAllInTheTable()
    {
        var known = _rows.Select(row => row.Pattern).ToHashSet();

        var there = Endpoints.Where(endpoint => !IsAsset(endpoint)).Select(Pattern).Distinct().ToList();

        Assert.Empty(there.Except(known));
        Assert.Empty(known.Except(there));
        Assert.Contains(Endpoints, IsAsset);
    }

    [Fact]
    public async Task Endpoints_TriedByNobodyAndBySomebodyElse_AreRefused()
    {
        using var nobody = _host.Visit();
        using var ben = await _host.SignInAsync("Ben", SignInHost.BenPassword);
        using var ada = await _host.SignInAsync("Ada", SignInHost.AdaPassword);
        var (faults, tried, refused) = (new List<string>(), 0, 0);
        foreach (var (row, method) in _rows.SelectMany(row => MethodsOf(row).Select(method => (row, method))))
        {
            var (byNobody, byBen) = (await AskAsync(nobody, method, row), await AskAsync(ben, method, row));
            var isRefused = row.Audience == Audience.Everybody || byNobody.IsRefused;
            isRefused &= row.Audience != Audience.ItsOwner || byBen.Status == HttpStatusCode.NotFound;
            isRefused &= !byNobody.TellsOfIt && !byBen.TellsOfIt;
            (tried, refused) = (tried + 1, refused + (isRefused ? 1 : 0));
            faults.AddRange(isRefused ? [] : [$"{method} {row.Path}: nobody {byNobody}, Ben {byBen}"]);
        }

        foreach (var row in _rows.Where(row => row.Audience != Audience.Everybody || row.Owner == (int)HttpStatusCode.OK))
        {
            var byAda = await AskAsync(ada, new HttpMethod(row.OwnerMethod), row);
            faults.AddRange((int)byAda.Status == row.Owner ? [] : [$"{row.Path}: Ada {byAda}"]);
        }

        Assert.True((await AskAsync(ada, HttpMethod.Get, _rows.Single(row => row.Pattern == "/stories/{id:guid}/export"))).TellsOfIt);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        var line = $"Endpoints: {_rows.Count}, tried by nobody and by somebody else in {tried} ways, {refused} refused or for everybody; {Endpoints.Count(IsAsset)} static files.";
        output.WriteLine(line);
        Counts.Write("endpoints", line);
    }

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Pattern(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText?.Trim('/')}";

    private static async Task<EndpointAnswer> AskAsync(Visitor visitor, HttpMethod method, EndpointRow row)
    {
        using var answer = await visitor.SendAsync(method, row.Path);
        var body = await answer.Content.ReadAsStringAsync();
        return new EndpointAnswer(answer.StatusCode, answer.Headers.Location?.ToString() ?? "", body.Contains(Title, StringComparison.Ordinal) || body.Contains("The lamp was lit.", StringComparison.Ordinal));
    }

    private List<HttpMethod> MethodsOf(EndpointRow row)
    {
        var named = Endpoints.Where(endpoint => Pattern(endpoint) == row.Pattern)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Distinct();
        return [.. named.Order().Select(name => new HttpMethod(name))];
    }

    private sealed record EndpointAnswer(HttpStatusCode Status, string Location, bool TellsOfIt)
    {
        public bool IsRefused =>
            Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            || (Status == HttpStatusCode.Redirect && Location.Contains("/sign-in?returnUrl=", StringComparison.Ordinal));
    }
}
