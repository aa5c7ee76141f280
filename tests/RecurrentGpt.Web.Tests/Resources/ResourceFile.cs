using System.Xml.Linq;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>The words of one resource class in one language.</summary>
/// <param name="Name">The resource class.</param>
/// <param name="Language">The language's tag; empty for English.</param>
internal sealed record ResourceFile(string Name, string Language, IReadOnlyList<KeyValuePair<string, string>> Words)
{
    public static IReadOnlyList<ResourceFile> All { get; } = [.. SourceFiles.Resources.Select(Read)];

    public static IReadOnlyList<ResourceFile> English { get; } = [.. All.Where(file => file.Language.Length == 0)];

    public static ResourceFile Read(SourceFile file)
    {
        var parts = Path.GetFileNameWithoutExtension(file.Path).Split('.', 2);
        var words = XDocument.Parse(file.Text).Root!.Elements("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")?.Value ?? ""));
        return new(parts[0], parts.ElementAtOrDefault(1) ?? "", [.. words]);
    }

    public string? Find(string key) => Words.Where(word => word.Key == key).Select(word => word.Value).FirstOrDefault();
}
