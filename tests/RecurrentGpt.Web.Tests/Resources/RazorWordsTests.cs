namespace RecurrentGpt.Web.Tests.Resources;

public sealed class RazorWordsTests
{
    [Theory]
    [InlineData("<p>Hello</p>")]
    [InlineData("<p>@Text[\"Name\"] words</p>")]
    [InlineData("Hello")]
    [InlineData("<p>Tom &amp; Jerry</p>")]
    [InlineData("<button aria-label=\"Close\">×</button>")]
    [InlineData("<input placeholder='Your name' />")]
    [InlineData("<img src=\"a.png\" alt=\"A lighthouse\" title=\"@Text[\"A\"]\">")]
    [InlineData("<input title=\"Page @number\" />")]
    [InlineData("<SettingField Label=\"Name\" />")]
    [InlineData("<p>@(isOpen ? \"Open\" : Text[\"Closed\"])</p>")]
    [InlineData("<p>@($\"{count} words\")</p>")]
    [InlineData("<p title=\"@(isOpen ? \"Open\" : null)\"></p>")]
    [InlineData("@if (isOpen)\n{\n    <p>Hello</p>\n}")]
    [InlineData("@if (a < b)\n{\n    <p></p>\n}\nelse\n{\n    <b>Hello</b>\n}")]
    [InlineData("@foreach (var x in All)\n{\n    var y = x;\n    <li>@y <em>so</em></li>\n}")]
    [InlineData("@switch (state)\n{\n    case 1:\n        <p>Hello</p>\n        break;\n}")]
    [InlineData("@if (a)\n{\n    @:Hello there\n}")]
    [InlineData("@{ var a = \"<p>\"; }\n<p>Hello</p>")]
    [InlineData("@code {\n    private string Say() => \"Try it again\";\n}")]
    [InlineData("@code {\n    private const char Quote = '\"';\n}\n<p>Hello</p>")]
    [InlineData("@code {\n    private string Say(int n) => $\"{n} words\";\n}")]
    [InlineData("@code {\n    private RenderFragment Part => @<p>Hello</p>;\n}")]
    [InlineData("<p>somebody@example.org</p>")]
    [InlineData("<p @onclick=\"@(() => Say(\"Hello there\"))\"></p>")]
    public void In_WordsOutsideTheResources_AreFound(string razor) => Assert.Single(Find(razor));

    [Theory]
    [InlineData("@page \"/settings\"\n@inject IStringLocalizer<SettingsText> Text\n@using static System.Math\n<p>@Text[\"Name\"]</p>")]
    [InlineData("<p>@Text[IsOpen ? \"Open\" : \"Closed\", 1]</p>")]
    [InlineData("<p>@Name@(IsHere ? $\" · {Here}\" : null)</p>")]
    [InlineData("<p title=\"@Text[\"Name\"]\" class=\"big words here\" id=\"a b\">·&nbsp;‹ 1 › &mdash;</p>")]
    [InlineData("@* Hello there *@<!-- Hello there -->")]
    [InlineData("<p>@Model?.Name.ToString(\"Hello there\")[0]!.Length</p>")]
    [InlineData("<p>@Story.Title.</p>")]
    [InlineData("@if (Kind == \"two words\")\n{\n    // a comment's words\n    <input disabled value=@Kind>\n}")]
    [InlineData("@foreach (var x in new List<string> { \"a\" })\n{\n    <Part Name=\"x => x\" @key=\"x\" OnX=\"() => Do(x)\" />\n}")]
    [InlineData("@code {\n    /* two words */\n    private string Say => Text[\"Key\"];\n    void Fail() => throw new InvalidOperationException(\"It has broken down.\");\n}")]
    [InlineData("@code {\n    private bool Is(int a) => a switch { < 5 => true, _ => false };\n}")]
    [InlineData("<svg><path d=\"M4 20 l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3\" /></svg>")]
    [InlineData("<TabList Label=\"@Text[\"Tabs\"]\"><Words Context=\"tab\">@Text[$\"Tab{tab}\"]</Words></TabList>")]
    [InlineData("<p>@@ 1</p>")]
    public void In_WordsFromTheResources_AreFine(string razor) => Assert.Empty(Find(razor).Select(words => words.Words));

    [Fact]
    public void In_WordsDeepInAFile_AreFoundAtTheirLine() =>
        Assert.Equal("a.razor(5): Hello", Assert.Single(Find("<div>\n    @if (a)\n    {\n        <p>\n            Hello\n        </p>\n    }\n</div>")).ToString());

    private static IEnumerable<FoundWords> Find(string razor) => RazorWords.In(new SourceFile("a.razor", razor));
}
