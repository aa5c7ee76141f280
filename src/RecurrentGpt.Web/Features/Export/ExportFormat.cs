using System.Diagnostics.CodeAnalysis;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>A kind of file that a story can become.</summary>
/// <param name="Name">As the address names it.</param>
/// <param name="Ending">What a file of it ends in.</param>
/// <param name="MediaType">What a browser is told.</param>
/// <param name="WriteAsync">Writes it, in UTF-8.</param>
public sealed record ExportFormat(string Name, string Ending, string MediaType, Func<ExportedStory, Stream, CancellationToken, Task> WriteAsync)
{
    public static ExportFormat Markdown { get; } = new("markdown", ".md", "text/markdown; charset=utf-8", MarkdownExport.WriteAsync);

    public static ExportFormat Json { get; } = new("json", ".json", "application/json; charset=utf-8", JsonExport.WriteAsync);

    private static IReadOnlyList<ExportFormat> All { get; } = [Markdown, Json];

    public static bool TryNamed(string? name, [NotNullWhen(true)] out ExportFormat? format)
    {
        format = All.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return format is not null;
    }

    public static bool TryOfFile(string file, [NotNullWhen(true)] out ExportFormat? format)
    {
        format = All.FirstOrDefault(each => each.Ending.Equals(Path.GetExtension(file), StringComparison.OrdinalIgnoreCase));
        return format is not null;
    }
}
