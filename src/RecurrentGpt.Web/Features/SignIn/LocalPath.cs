namespace RecurrentGpt.Web.Features.SignIn;

/// <summary>Where to go on after signing in: a page of this desk, whatever the address says.</summary>
internal static class LocalPath
{
    public const string Library = "/";

    /// <summary>A browser takes "//" and "/\" for the beginning of another site's name, and drops control characters before it looks.</summary>
    public static string Of(string? wanted) =>
        wanted is ['/', ..] and not ['/', '/' or '\\', ..] && !wanted.Any(char.IsControl) ? wanted : Library;
}
