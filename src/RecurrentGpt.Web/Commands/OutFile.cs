using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Commands;

/// <summary>Writes an exported story as a whole or not at all: beside its place first, then moved into it.</summary>
internal static class OutFile
{
    public static async Task WriteAsync(ExportedStory story, string file, CancellationToken cancellationToken)
    {
        if (!ExportFormat.TryOfFile(file, out var format))
        {
            throw new UsageException($"{file}: the ending picks the format; use .md for Markdown or .json for JSON.");
        }

        var place = Path.GetFullPath(file);
        var unfinished = $"{place}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.CreateNew))
            {
                await format.WriteAsync(story, stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, place, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
