namespace RecurrentGpt.Benchmarks.Hosting;

/// <summary>The desk and its peer as people get them: eng/bench.sh publishes both alike.</summary>
internal static class PublishedPrograms
{
    private const string Folder = "artifacts/programs";

    /// <summary>The main file of the desk.</summary>
    public static string Desk => Find("RecurrentGpt.Web");

    /// <summary>The main file of an empty Blazor program.</summary>
    public static string Empty => Find("RecurrentGpt.EmptyApp");

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, Folder, name, $"{name}.dll");
            if (File.Exists(program))
            {
                return program;
            }
        }

        throw new NotHereException($"{name} is not in {Folder}; eng/bench.sh publishes it there");
    }
}
