using System.Text.Json;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Faults.Kill;

/// <summary>A data folder with a story in it, written by the real program, that rounds begin with copies of.</summary>
internal sealed record Story(string Folder, Guid Id)
{
    public const string Database = "writing.db";

    public static async Task<Story> WriteAsync(string folder, int steps)
    {
        await using var model = await FakeModelServer.StartAsync();

        // Rounds have servers of their own, which begin to count anew, and no two paragraphs of a story are to be the same.
        model.Reply = request => FormReply.Write(request with { Number = request.Number + 500_000 });
        var data = Path.Combine(folder, "data");
        await using var writer = Victim.Verb(
            model.BaseUrl, null, "write", "--premise", "A lamp lights by itself.", "--genre", "Mystery", "--steps", $"{steps}", "--out", Path.Combine(folder, "story.json"), "--data", data);
        var id = Guid.Parse(await writer.ServeAsync());
        await writer.EndAsync();
        return writer.ExitCode == 0 ? new Story(data, id) : throw new TrialBrokenException($"No story could be written to begin with: {writer.Said}");
    }

    public Story CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place, overwrite: true);
        }

        Directory.CreateDirectory(Path.Combine(folder, "backups"));
        return this with { Folder = folder };
    }

    /// <summary>The paragraphs of an exported file; throws when the file is not whole.</summary>
    public static IReadOnlyList<string> Exported(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("paragraph").GetString()!)];
    }
}
