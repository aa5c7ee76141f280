namespace RecurrentGpt.Web.Tests.Resources;

public sealed class KeysTests
{
    // Members of enumerations that are never filled into their keys, and why.
    private static readonly Dictionary<string, string[]> NeverShown = new()
    {
        ["DeskText.Paragraph*"] = ["EarlierVersion", "LaterVersion", "AskCoverage", "GoToFollowed", "PlayFromHere"], // done beside the menu, or named by the play
        ["DeskText.Paragraph*Title"] = ["EarlierVersion", "LaterVersion", "AskCoverage", "GoToFollowed", "PlayFromHere"],
        ["FailureMessages.Sent*"] = ["Task"], // counted among the instructions
        ["IndexingText.Why*"] = ["EmptyReply", "Refused", "ContentFilter", "TooLong", "Incomplete", "TextChanged", "NotStored", "Unexpected", "Locked", "TooManyRuns", "ShelfFull"], // said as WhyOther
        ["LibraryText.Autopilot*"] = ["Stopped", "Done"], // it is no longer on the shelf
        ["PromptsText.State*"] = ["SystemEmpty", "SystemTooLong", "LayoutTooLong", "PartUnknown"], // of no single part
        ["SentText.Problem*"] = ["None"], // nothing is said
        ["SettingsText.BaseUrlHint*"] = ["Offline"], // it has no server
        ["TimeTravelText.Source*"] = ["Opening"], // it followed no plan
        ["TreeText.Plan*"] = ["Opening"],
    };

    private enum Side
    {
        Top,
        Left,
        Bottom,
    }

    [Fact]
    public void EveryKey_ThatIsAskedFor_IsInItsResource()
    {
        var resources = ResourceFile.English.ToDictionary(file => file.Name);
        var asked = KeyUses.All.Where(use => use.Resource.Length > 0 && use.Pattern is not "\u0001").ToList();

        var missing = asked.Where(use => !resources.TryGetValue(use.Resource, out var words) || !words.Words.Any(word => use.Means(word.Key)));

        Assert.NotEmpty(asked);
        Faults.AssertNone(missing.Select(use => use.ToString()));
    }

    [Fact]
    public void EveryKey_FilledWithAnEnumeration_IsThereForAllItsMembers()
    {
        var resources = ResourceFile.English.ToDictionary(file => file.Name, file => file.Words.Select(word => word.Key).ToHashSet());

        var missing = KeyUses.All.Where(use => resources.ContainsKey(use.Resource))
            .SelectMany(use => FilledKeys.MissingOf(use, resources[use.Resource]).Except(NeverShownBy(use)).Select(key => $"{use}: {key}"));

        Faults.AssertNone(missing);
    }

    [Fact]
    public void Missing_EnumerationGrew_NamesTheKeysThatItLacks()
    {
        var use = new KeyUse("a.razor", 1, "SampleText", "Side\u0001") { Filling = "side" };

        Assert.Equal(["SideBottom"], FilledKeys.MissingOf(use, new HashSet<string> { "SideTop", "SideLeft" }, [typeof(Side)]));
        Assert.Empty(FilledKeys.MissingOf(use, new HashSet<string> { "SideTop", "SideLeft", "SideBottom" }, [typeof(Side)]));
        Assert.Empty(FilledKeys.MissingOf(use, new HashSet<string> { "SideTop" }, [typeof(Side)]));
    }

    [Fact]
    public void EveryKey_ThatIsThere_IsAskedFor()
    {
        var members = typeof(Program).Assembly.GetTypes().Concat(typeof(RecurrentGpt.Stories.Story).Assembly.GetTypes())
            .Where(type => type.IsEnum).SelectMany(Enum.GetNames).ToHashSet();

        var unused = ResourceFile.English.SelectMany(file => file.Words
            .Where(word => !members.Contains(word.Key) && !KeyUses.All.Any(use => IsAskedFor(use, file.Name, word.Key)))
            .Select(word => $"{file.Name}.{word.Key}"));

        Faults.AssertNone(unused);
    }

    [Theory]
    [InlineData("<p>@Text[\"Name\"]</p>", "SampleText:Name")]
    [InlineData("<p title=\"@Text[$\"Part{kind}Title\", 1]\"></p>", "SampleText:Part*Title")]
    [InlineData("<p>@Text[kind == \"small\" ? \"Small\" : \"Large\"]</p>", ":small SampleText:Small SampleText:Large")]
    [InlineData("<p>@Text[\"Name\", \"value\"]</p>", "SampleText:Name :value")]
    [InlineData("<p>@Other[\"Name\"]</p>", ":Name")]
    [InlineData("@code {\n    string Say => Text[nameof(Form.Title)];\n}", "SampleText:Title")]
    [InlineData("@code {\n    void Fail() => Show(\"LoadFailed\");\n}", ":LoadFailed")]
    [InlineData("@code {\n    string Say => Reasons.Of(\"KeyMissing\", \"x\");\n}", "FailureMessages:ReasonKeyMissing :x")]
    public void InRazor_Keys_AreFoundWithTheirResource(string razor, string expected)
    {
        var uses = KeyUses.InRazor(new SourceFile("a.razor", $"@inject IStringLocalizer<SampleText> Text\n{razor}"));

        Assert.Equal(expected, string.Join(' ', uses.Select(use => $"{use.Resource}:{use.Pattern.Replace(KeyUse.Hole, '*')}")));
    }

    [Theory]
    [InlineData("PartTitle", "PartTitle", true)]
    [InlineData("PartTitle", "PartTitles", false)]
    [InlineData("Part\u0001Title", "PartOneTitle", true)]
    [InlineData("Part\u0001Title", "PartTitle", true)]
    [InlineData("\u0001", "Anything", false)]
    public void Means_Pattern_FitsTheKeysThatItCanBecome(string pattern, string key, bool expected) =>
        Assert.Equal(expected, new KeyUse("a.cs", 1, "SampleText", pattern).Means(key));

    // A string that stands elsewhere may be on its way to a localizer; reasons lose the beginning of their keys on it.
    private static bool IsAskedFor(KeyUse use, string resource, string key) => (use.Resource == resource || use.Resource.Length == 0)
        && (use.Means(key) || (resource == KeyUses.Reasons && key.StartsWith("Reason", StringComparison.Ordinal) && use.Means(key["Reason".Length..])));

    private static IEnumerable<string> NeverShownBy(KeyUse use) =>
        NeverShown.GetValueOrDefault($"{use.Resource}.{use.Pattern.Replace(KeyUse.Hole, '*')}", []).Select(member => use.Pattern.Replace($"{KeyUse.Hole}", member, StringComparison.Ordinal));
}
