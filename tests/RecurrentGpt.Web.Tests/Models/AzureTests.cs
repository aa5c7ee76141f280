using System.Net;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class AzureTests : FakeModelTests
{
    [Fact]
    public async Task Request_WithKey_GoesToTheV1EndpointUnderApiKey()
    {
        await ChatAsync(Settings with { Provider = ModelProvider.AzureOpenAi, BaseUrl = Server.Address.ToString() });

        var request = Assert.Single(Server.Requests);
        Assert.Equal("/openai/v1/chat/completions", request.Path);
        Assert.Equal(Key, request.Headers["api-key"]);
        Assert.DoesNotContain("Authorization", request.Headers.Keys);
    }

    [Fact]
    public async Task Request_WithEntraId_CarriesATokenForTheDocumentedScope()
    {
        var seen = new SeenRequest();
        var identity = new FixedIdentity();
        using var transport = new ModelTransport(seen, () => identity);

        await Assert.ThrowsAsync<ModelException>(() => AskAsync(transport));

        Assert.Equal("https://desk.openai.azure.com/openai/v1/chat/completions", seen.Address?.ToString());
        Assert.Equal("Bearer token-of-identity", seen.Authorization);
        Assert.Equal(["https://ai.azure.com/.default"], identity.Scopes);
    }

    [Fact]
    public async Task Request_NoIdentityFound_IsUnauthorized()
    {
        using var transport = new ModelTransport(new SeenRequest(), () => new NoIdentity());

        var exception = await Assert.ThrowsAsync<ModelException>(() => AskAsync(transport));

        Assert.Equal(FailureKind.Unauthorized, exception.Failure.Kind);
        Assert.Contains("az login", exception.Failure.Detail, StringComparison.Ordinal);
    }

    private async Task AskAsync(ModelTransport transport)
    {
        var settings = Settings with { Provider = ModelProvider.AzureOpenAi, BaseUrl = "https://desk.openai.azure.com/", UseEntraId = true, ApiKey = null };
        var models = new ModelFactory(transport, Options.Create(new ModelOptions()), Servers.OfOwner, Clock).Build(settings);
        await models.Chat.GetResponseAsync(Messages());
    }

    private sealed class SeenRequest : HttpMessageHandler
    {
        public Uri? Address { get; private set; }

        public string? Authorization { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri;
            Authorization = request.Headers.Authorization?.ToString();
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }

    private sealed class FixedIdentity : TokenCredential
    {
        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("token-of-identity", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }

    private sealed class NoIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("Please run az login.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("Please run az login.");
    }
}
