using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Tests.Hosting;

/// <summary>What every answer carries, whatever it is.</summary>
internal static partial class ExpectedHeaders
{
    private static readonly (string Name, string Value)[] All =
    [
        ("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    /// <summary>Each stands there once, and nothing says what serves.</summary>
    public static void AssertOn(HttpResponseMessage answer)
    {
        Assert.All(All, header =>
        {
            Assert.True(answer.Headers.TryGetValues(header.Name, out var values), $"{header.Name} is missing");
            Assert.Equal(header.Value, MapOfModules.Replace(Assert.Single(values), ""));
        });
        Assert.False(answer.Headers.Contains("Server"), "The server names itself.");
        Assert.False(answer.Headers.Contains("X-Powered-By"), "The server names itself.");
    }

    // The one script within a page itself.
    [GeneratedRegex(@"(?<=script-src 'self') 'sha256-[A-Za-z0-9+/]{43}='", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MapOfModules { get; }

    /// <summary>What is somebody's own stays in no cache; what is the same for everybody may.</summary>
    public static void AssertKept(bool expected, HttpResponseMessage answer) =>
        Assert.Equal(expected, answer.Headers.CacheControl?.NoStore != true);
}
