namespace RecurrentGpt.Web.Tests.People.Access;

/// <summary>Whom an endpoint is for.</summary>
internal enum Audience
{
    /// <summary>Whoever comes: the way in, and what tells nothing of anybody.</summary>
    Everybody,

    /// <summary>Whoever has signed in; it shows what is theirs, or nothing before its circuit stands.</summary>
    SignedIn,

    /// <summary>Whoever owns what its address names. To others there is nothing there.</summary>
    ItsOwner,
}

/// <summary>An endpoint of the program, and how it is tried.</summary>
/// <param name="Pattern">Its route.</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Path">Where it is for what is Ada's.</param>
/// <param name="Owner">What she is answered.</param>
/// <param name="OwnerMethod">How she asks.</param>
internal sealed record EndpointRow(string Pattern, Audience Audience, string Path, int Owner = 200, string OwnerMethod = "GET");

/// <summary>All endpoints that there should be. One that is not here fails the test that reads it: whoever adds one says whom it is for.</summary>
internal static class EndpointTable
{
    public static IReadOnlyList<EndpointRow> Of(Guid storyId, string backup) =>
    [
        new("/sign-in", Audience.Everybody, "/sign-in", Owner: 302),
        new("/first-start", Audience.Everybody, "/first-start", Owner: 302),
        new("/not-found", Audience.Everybody, "/not-found"),
        new("/error", Audience.Everybody, "/error"),
        new("/healthz", Audience.Everybody, "/healthz"),
        new("/", Audience.SignedIn, "/"),
        new("/new", Audience.SignedIn, "/new"),
        new("/search", Audience.SignedIn, "/search?q=quicksilver"),
        new("/settings", Audience.SignedIn, "/settings"),
        new("/password", Audience.SignedIn, "/password"),
        new("/stories/{Id:guid}", Audience.SignedIn, $"/stories/{storyId}"),
        new("/play/{Id:guid}", Audience.SignedIn, $"/play/{storyId}"),
        new("/sign-out", Audience.SignedIn, "/sign-out", Owner: 400, OwnerMethod: "POST"), // without the token of its form
        new("/stories/{id:guid}/export", Audience.ItsOwner, $"/stories/{storyId}/export?format=markdown"),
        new("/play/{id:guid}/export", Audience.ItsOwner, $"/play/{storyId}/export"),
        new("/backups/{name}", Audience.ItsOwner, $"/backups/{backup}"),
        new("/_blazor/negotiate", Audience.SignedIn, "/_blazor/negotiate?negotiateVersion=1", OwnerMethod: "POST"),
        new("/_blazor", Audience.SignedIn, "/_blazor", Owner: 400), // without a connection
        new("/_blazor/disconnect", Audience.SignedIn, "/_blazor/disconnect", Owner: 400, OwnerMethod: "POST"),
        new("/_blazor/initializers", Audience.SignedIn, "/_blazor/initializers"),
        new("/_framework/opaque-redirect", Audience.SignedIn, "/_framework/opaque-redirect", Owner: 400),
    ];
}
