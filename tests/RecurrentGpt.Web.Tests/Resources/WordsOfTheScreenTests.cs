namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>No word of the screen stands outside the resources: each of these goes red when one is written into a file of its kind.</summary>
public sealed class WordsOfTheScreenTests
{
    // Strings that look like words and are no words of the screen, by file; a file whose every string is of one kind has no string beside it.
    private static readonly Dictionary<(string File, string Words), string> Elsewhere = new()
    {
        [("AnswerFailure.cs", "")] = "what servers say when something is wrong, to be known again",
        [("ConnectionTest.cs", "\"Answer with the one word: ready\"")] = "asked of a model",
        [("KnownServers.cs", "\"LM Studio\"")] = "a program's name",
        [("ProseWriter.cs", "\"noopener noreferrer nofollow\"")] = "what a link tells the browser",
        [("ProseWriter.cs", "\"The markup follows a tree that is known only when it is drawn, and is drawn anew as a whole when its text changes.\"")] = "told to an analyzer",
        [("SampleStory.cs", "\"written by hand\"")] = "the model of the sample's steps, kept with them as every model's name is",
        [("ShortcutsDialog.razor", "\"PgUp PgDn\"")] = "what stands on two keys",
        [("Suggestions.cs", "\"中文\"")] = "a language by its own name",
        [("Suggestions.cs", "\"日本語\"")] = "a language by its own name",
        [("ValidateModelOptions.cs", "")] = "said in the terminal when the program starts",
        [("editor.js", "\"false false\"")] = "two marks that are compared with two others",
    };

    private static readonly string[] CodeOfTheScreen = ["/Features/", "/Layout/", "/Models/"];

    [Fact]
    public void Razor_EveryFile_TakesItsWordsFromTheResources() => AssertNone(SourceFiles.Razor, RazorWords.In);

    [Fact]
    public void Code_EveryFileOfTheScreen_TakesItsWordsFromTheResources() =>
        AssertNone(SourceFiles.Code.Where(IsOfTheScreen), CodeWords.InFile);

    [Fact]
    public void Scripts_EveryFile_SaysNothing() => AssertNone(SourceFiles.Scripts, ScriptWords.In);

    [Fact]
    public void Styles_EveryFile_SaysNothing() => AssertNone(SourceFiles.Styles, StyleWords.In);

    [Fact]
    public void Elsewhere_EveryEntry_IsStillThere()
    {
        var found = SourceFiles.Code.SelectMany(CodeWords.InFile).Concat(SourceFiles.Razor.SelectMany(RazorWords.In)).Concat(SourceFiles.Scripts.SelectMany(ScriptWords.In)).ToList();

        Assert.All(Elsewhere.Keys, entry => Assert.Contains(found, words => EntriesOf(words).Contains(entry)));
    }

    private static void AssertNone(IEnumerable<SourceFile> files, Func<SourceFile, IEnumerable<FoundWords>> find)
    {
        var all = files.ToList();

        Assert.NotEmpty(all);
        Faults.AssertNone(all.SelectMany(find).Where(words => !EntriesOf(words).Any(Elsewhere.ContainsKey)).Select(words => words.ToString()));
    }

    // Exported files are the same whatever the language of the screen.
    private static bool IsOfTheScreen(SourceFile file) =>
        CodeOfTheScreen.Any(part => file.Path.Contains(part, StringComparison.Ordinal)) && !file.Path.Contains("/Export/", StringComparison.Ordinal);

    private static (string File, string Words)[] EntriesOf(FoundWords words) => [(Path.GetFileName(words.File), ""), (Path.GetFileName(words.File), words.Words)];
}
