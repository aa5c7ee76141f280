using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>A key that a file asks for.</summary>
/// <param name="Resource">The resource class; empty for a string that may become a key elsewhere.</param>
/// <param name="Pattern">The key, with <see cref="Hole"/> where it is filled in.</param>
internal sealed record KeyUse(string File, int Line, string Resource, string Pattern)
{
    public const char Hole = '\u0001';

    private const int FewestLetters = 2;

    private readonly Regex _keys = new($"^{string.Join("(.*)", Pattern.Split(Hole).Select(Regex.Escape))}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>What the first hole is filled with: the last name of its expression, such as Kind of failure.Kind; empty when there is no hole.</summary>
    public string Filling { get; init; } = "";

    public bool IsWhole => !Pattern.Contains(Hole);

    /// <summary>Whether a key can be meant. A pattern of hardly more than holes could mean any, and so tells nothing.</summary>
    public bool Means(string key) => IsWhole ? key == Pattern : Pattern.Count(char.IsLetter) >= FewestLetters && _keys.IsMatch(key);

    public override string ToString() => $"{File}({Line}): {Resource}[\"{Pattern.Replace(Hole.ToString(), "{…}", StringComparison.Ordinal)}\"]";
}
