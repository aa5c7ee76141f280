using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Stories;

public sealed class StoryTongueTests
{
    [Theory]
    [InlineData("English", "en")]
    [InlineData(" english ", "en")]
    [InlineData("English (UK)", "en-GB")]
    [InlineData("British English", "en-GB")]
    [InlineData("plain English for children", "en")]
    [InlineData("中文", "zh-Hans")]
    [InlineData("Chinese", "zh-Hans")]
    [InlineData("简体中文", "zh-Hans")]
    [InlineData("繁體中文", "zh-Hant")]
    [InlineData("zh-TW", "zh-TW")]
    [InlineData("日本語", "ja")]
    [InlineData("Japanese", "ja")]
    [InlineData("日语", "ja")]
    [InlineData("한국어", "ko")]
    [InlineData("Français", "fr")]
    [InlineData("Deutsch", "de")]
    [InlineData("Русский", "ru")]
    [InlineData("العربية", "ar")]
    [InlineData("Hebrew", "he")]
    [InlineData("हिन्दी", "hi")]
    [InlineData("Español", "es")]
    [InlineData("Italiano", "it")]
    [InlineData("Português", "pt")]
    [InlineData("Brazilian Portuguese", "pt-BR")]
    [InlineData("Klingon", null)]
    [InlineData("English and French", null)]
    [InlineData("Old Norse", null)]
    [InlineData("", null)]
    [InlineData("\" onload=\"x", null)]
    public void TagOf_ANameOfALanguage_IsItsTag(string name, string? tag) => Assert.Equal(tag, StoryTongue.TagOf(name));

    [Theory]
    [InlineData("中文", true)]
    [InlineData("Japanese", true)]
    [InlineData("粵語", true)]
    [InlineData("한국어", false)]
    [InlineData("English", false)]
    [InlineData("Thai", false)]
    [InlineData("Klingon", false)]
    public void CountsCharacters_OfALanguage_IsWhetherItPartsNoWords(string name, bool expected) => Assert.Equal(expected, StoryTongue.CountsCharacters(name));
}
