using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Commands;

/// <summary>What "write" refuses before anything is written.</summary>
internal static class WriteRules
{
    public static void AddTo(Command command, WriteOptions options)
    {
        command.Validators.Add(result => NewOrGoneOn(result, options));
        command.Validators.Add(result => OfAuthor(result, options.Unattended));
        command.Validators.Add(result => OfPlay(result, options));
        options.Steps.Validators.Add(InOneRun);
        options.Unattended.MaxTokens.Validators.Add(Some);
        options.Trace.Validators.Add(HasFolder);
        Limit(options.Genre, StoryLimits.Genre);
        Limit(options.Premise, StoryLimits.Premise);
        Limit(options.Title, StoryLimits.Title);
        Limit(options.Language, StoryLimits.Language);
        Limit(options.Unattended.StopWhen, StoryLimits.Wish);
    }

    private static void NewOrGoneOn(CommandResult result, WriteOptions options)
    {
        var given = options.OfNewStory.Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name).ToList();
        if (result.GetResult(options.Story) is not null)
        {
            if (given.Count > 0)
            {
                result.AddError($"--story goes on with a story as it is; leave out {string.Join(", ", given)}.");
            }
        }
        else if (result.GetResult(options.Opening) is null && string.IsNullOrWhiteSpace(result.GetValue(options.Premise)))
        {
            result.AddError("Say what to write: --premise for a new story, --opening to start from your own text, or --story to go on with one.");
        }
    }

    private static void OfAuthor(CommandResult result, UnattendedOptions options)
    {
        var author = Given(result.GetResult(options.Author)) ?? UnattendedOptions.FirstAuthor;
        if (author != UnattendedOptions.RandomAuthor && result.GetResult(options.Seed) is not null)
        {
            result.AddError($"--seed is for --author random; {author} needs none.");
        }

        var given = options.OfSimulated.Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name).ToList();
        if (author != UnattendedOptions.SimulatedAuthor && given.Count > 0)
        {
            result.AddError($"{string.Join(", ", given)}: only --author simulated can do that.");
        }
    }

    private static void OfPlay(CommandResult result, WriteOptions options)
    {
        var given = options.Play.All.Where(option => result.GetResult(option) is { Implicit: false }).Select(option => option.Name).ToList();
        if (given.Count > 0 && result.GetResult(options.Story) is null && Given(result.GetResult(options.Kind)) != WriteOptions.InteractiveFiction)
        {
            result.AddError($"{string.Join(", ", given)}: only --kind {WriteOptions.InteractiveFiction} is played.");
        }
    }

    private static void InOneRun(OptionResult result)
    {
        if (!int.TryParse(Given(result), CultureInfo.InvariantCulture, out var steps))
        {
            return;
        }

        if (steps < 0)
        {
            result.AddError("--steps cannot be less than 0.");
        }
        else if (steps > AutopilotOrder.MostSteps)
        {
            result.AddError($"--steps can be {AutopilotOrder.MostSteps} at most; go on from there with another write --story ID --steps N.");
        }
    }

    private static void Some(OptionResult result)
    {
        if (long.TryParse(Given(result), CultureInfo.InvariantCulture, out var tokens) && tokens <= 0)
        {
            result.AddError("--max-tokens is a number above 0.");
        }
    }

    // The words as they were given: asked for as a value, one that is none would throw here, and is refused elsewhere.
    private static string? Given(OptionResult? result) => result?.Tokens is [var token] ? token.Value : null;

    private static void HasFolder(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } file && SharedOptions.FolderProblem(file) is { } problem)
        {
            result.AddError(problem);
        }
    }

    private static void Limit(Option<string> option, int longest) => option.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string>() is { } text && text.Length > longest)
        {
            result.AddError($"{option.Name} is longer than {longest} characters.");
        }
    });
}
