using System.CommandLine;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Commands;

/// <summary>Options that several verbs have.</summary>
internal static class SharedOptions
{
    public static Option<string?> Data() => new("--data")
    {
        Description = "The data folder; by default the one of the desk.",
        HelpName = "FOLDER",
    };

    public static Option<string> Out()
    {
        var option = new Option<string>("--out")
        {
            Description = "The file to write; its ending, .md or .json, picks the format.",
            HelpName = "FILE",
            Required = true,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } file && FileProblem(file) is { } problem)
            {
                result.AddError(problem);
            }
        });

        return option;
    }

    /// <summary>Why a file cannot be written; null when nothing speaks against it.</summary>
    public static string? FolderProblem(string file) =>
        Directory.Exists(file) ? $"{file} is a folder; name a file."
        : Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) ? null
        : $"There is no folder for {file}; make it first.";

    private static string? FileProblem(string file) =>
        !ExportFormat.TryOfFile(file, out _) ? $"{file}: the ending picks the format; use .md for Markdown or .json for JSON." : FolderProblem(file);
}
