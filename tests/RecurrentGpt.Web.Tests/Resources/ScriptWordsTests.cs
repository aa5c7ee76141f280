namespace RecurrentGpt.Web.Tests.Resources;

public sealed class ScriptWordsTests
{
    [Theory]
    [InlineData("element.textContent = \"Try again\";")]
    [InlineData("alert('Saved.');")]
    [InlineData("say(`Page ${number}`);")]
    [InlineData("say(`${number} pages`);")]
    [InlineData("say('再试');")]
    [InlineData("const quote = /[\"']/g; say(\"Two words\");")]
    [InlineData("// don't\nsay(\"Two words\");")]
    public void In_Words_AreFound(string script) => Assert.Single(Find(script));

    [Theory]
    [InlineData("list.querySelectorAll(\"article button\")")]
    [InlineData("element.closest?.(\"dialog form\")")]
    [InlineData("document.querySelector(`#${part}-${number} button`)")]
    [InlineData("import { a } from \"./passage.js\"; // two words")]
    [InlineData("place({ block: \"center\", behavior: \"instant\" }) /* two words */")]
    [InlineData("/two words/.test(text)")]
    public void In_OtherStrings_AreFine(string script) => Assert.Empty(Find(script));

    [Theory]
    [InlineData("p::before { content: \"New\"; }", 1)]
    [InlineData("p::before { content: counter(a) \". \" attr(data-sign); }", 0)]
    [InlineData("p::before { content: \"·\" / \"dot\"; }", 1)]
    public void Styles_LettersPutBeforeAnElement_AreFound(string style, int expected) =>
        Assert.Equal(expected, StyleWords.In(new SourceFile("a.css", style)).Count());

    private static IEnumerable<FoundWords> Find(string script) => ScriptWords.In(new SourceFile("a.js", script));
}
