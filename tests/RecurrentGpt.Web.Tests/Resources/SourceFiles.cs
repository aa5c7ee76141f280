namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>A file of the program, as it stands in the repository.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Folder => Path[..Path.LastIndexOf('/')];
}

/// <summary>The files that the screen is made of.</summary>
internal static class SourceFiles
{
    private const string Program = "src/RecurrentGpt.Web";

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Razor { get; } = Read(Program, "*.razor");

    public static IReadOnlyList<SourceFile> Code { get; } = Read(Program, "*.cs");

    public static IReadOnlyList<SourceFile> Resources { get; } = Read(Program, "*.resx");

    public static IReadOnlyList<SourceFile> Scripts { get; } = Read("wwwroot/js", "*.js");

    public static IReadOnlyList<SourceFile> Styles { get; } = [.. Read(Program, "*.css"), .. Read("wwwroot/css", "*.css")];

    private static IReadOnlyList<SourceFile> Read(string folder, string pattern)
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(Root, path).Replace('\\', '/'), Full: path))
            .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new SourceFile(file.Path, File.ReadAllText(file.Full)));
        return [.. files];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }
}
