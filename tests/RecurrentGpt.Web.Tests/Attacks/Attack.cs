using System.Text;
using System.Text.Json;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>A text that somebody could write to do harm, or that does harm by what it is.</summary>
/// <param name="Kind">What it tries.</param>
/// <param name="Text">The text.</param>
internal sealed record Attack(string Kind, string Text)
{
    /// <summary>All of attacks.json. A text is a string; or a piece that is repeated, with what stands before and behind; or code units, for halves of characters that JSON cannot hold.</summary>
    public static IReadOnlyList<Attack> All { get; } = Read();

    /// <summary>Those that fit into a field of so many characters.</summary>
    public static IReadOnlyList<Attack> OfAtMost(int length) => [.. All.Where(attack => attack.Text.Length <= length)];

    /// <summary>The text as a database holds it, which knows no halves of characters.</summary>
    public string Stored => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Text));

    private static IReadOnlyList<Attack> Read()
    {
        using var stream = typeof(Attack).Assembly.GetManifestResourceStream("attacks.json") ?? throw new InvalidOperationException("The attacks are not in the assembly.");
        using var json = JsonDocument.Parse(stream);
        return [.. json.RootElement.EnumerateObject().SelectMany(kind => kind.Value.EnumerateArray().Select(text => new Attack(kind.Name, TextOf(text))))];
    }

    private static string TextOf(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString()!;
        }

        return element.TryGetProperty("units", out var units)
            ? string.Concat(units.EnumerateArray().Select(unit => (char)unit.GetInt32()))
            : new StringBuilder(Part("before")).Insert(Part("before").Length, Part("of"), element.GetProperty("times").GetInt32()).Append(Part("after")).ToString();

        string Part(string name) => element.TryGetProperty(name, out var part) ? part.GetString()! : "";
    }
}
