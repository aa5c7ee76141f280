using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Commands;

/// <summary>Writes an exported story as a whole or not at all: beside its place first, then moved into it.</summary>
internal static class OutFile
{
    private const string Unfinished = ".tmp";

    public static async Task WriteAsync(ExportedStory story, string file, CancellationToken cancellationToken)
    {
        if (!ExportFormat.TryOfFile(file, out var format))
        {
            throw new UsageException($"{file}: the ending picks the format; use .md for Markdown or .json for JSON.");
        }

        var place = Path.GetFullPath(file);
        Sweep(place);
        var unfinished = $"{place}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            // Held until it is in its place, so that nobody who exports to the same place takes it for a leftover.
            await using var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
            await format.WriteAsync(story, stream, cancellationToken);
            stream.Flush(flushToDisk: true);
            File.Move(unfinished, place, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // What a program left that was killed while it wrote to the same place.
    private static void Sweep(string place)
    {
        if (Path.GetDirectoryName(place) is not { } folder || !Directory.Exists(folder))
        {
            return;
        }

        foreach (var leftover in Directory.EnumerateFiles(folder, $"*{Unfinished}").Where(file => IsOurs(file, place)))
        {
            try
            {
                new FileStream(leftover, FileMode.Open, FileAccess.Write, FileShare.None).Dispose();
                File.Delete(leftover);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Another program is writing it; it will move or delete it.
            }
        }
    }

    // Nothing of anybody else's is ever deleted, however much its name is like ours.
    private static bool IsOurs(string file, string place) =>
        file.StartsWith($"{place}.", StringComparison.Ordinal) && Guid.TryParseExact(file[(place.Length + 1)..].Replace(Unfinished, "", StringComparison.Ordinal), "N", out _);
}
