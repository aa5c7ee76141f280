namespace RecurrentGpt.Web.Tests.Resources;

public sealed class TranslationTests
{
    [Fact]
    public void AllResources_InChinese_SayAllThatTheySayInEnglish()
    {
        var chinese = ResourceFile.All.Where(file => file.Language == "zh-Hans").ToDictionary(file => file.Name);

        var faults = ResourceFile.English.SelectMany(english => Translation.FaultsOf(english, chinese.GetValueOrDefault(english.Name)));

        Faults.AssertNone(faults);
    }

    [Fact]
    public void AllResources_EveryFile_BelongsToAnEnglishOneAndALanguageOfTheScreen()
    {
        Assert.NotEmpty(ResourceFile.English);
        Assert.All(ResourceFile.All, file => Assert.Contains(file.Language, new[] { "", "zh-Hans" }));
        Assert.All(ResourceFile.All, file => Assert.Contains(ResourceFile.English, english => english.Name == file.Name));
        Assert.Equal(ResourceFile.English.Count, ResourceFile.English.DistinctBy(file => file.Name).Count());
    }

    [Theory]
    [InlineData("Save", "保存", null)]
    [InlineData("Save", "Save", "still English")]
    [InlineData("Save", " ", "is empty")]
    [InlineData("{0} – {1}", "{0} – {1}", null)]
    [InlineData("{0:N0} words", "{0:N0} 字", null)]
    [InlineData("{0:N0} words", "{0} 字", "is filled with")]
    [InlineData("{0} of {1}", "{1} 中的 {0}", null)]
    [InlineData("{0} of {1}", "{0}", "is filled with")]
    [InlineData("On {0:d MMMM yyyy}", "{0:yyyy年M月d日}", null)]
    public void Faults_Translation_AreFound(string english, string chinese, string? expected)
    {
        var faults = Translation.FaultsOf(File("", ("Key", english)), File("zh-Hans", ("Key", chinese))).ToList();

        Assert.Equal(expected is null ? 0 : 1, faults.Count);
        Assert.All(faults, fault => Assert.Contains(expected!, fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_KeysDiffer_AreFoundOnBothSides()
    {
        var faults = Translation.FaultsOf(File("", ("A", "a"), ("B", "b")), File("zh-Hans", ("B", "乙"), ("B", "乙"), ("C", "丙")));

        Assert.Equal(["SampleText.B is there 2 times.", "SampleText.A is missing.", "SampleText.C is not there in English."], faults);
    }

    [Fact]
    public void Faults_FileIsMissing_AreFound() => Assert.Single(Translation.FaultsOf(File("", ("A", "a")), null));

    private static ResourceFile File(string language, params (string Key, string Value)[] words) =>
        new("SampleText", language, [.. words.Select(word => KeyValuePair.Create(word.Key, word.Value))]);
}
