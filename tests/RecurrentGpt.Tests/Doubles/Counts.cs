namespace RecurrentGpt.Tests.Doubles;

/// <summary>What a test has counted and a reader of the run should see: eng/test.sh prints it at its end.</summary>
public static class Counts
{
    private static readonly string Folder = Path.Combine(FindRoot(), "artifacts", "counts");

    public static void Write(string name, string line)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{name}.txt"), line + Environment.NewLine);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RecurrentGpt.Web.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
