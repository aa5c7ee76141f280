namespace RecurrentGpt.Web.Tests.Resources;

public sealed class CodeWordsTests
{
    [Theory]
    [InlineData("string Say() => \"Try again\";")]
    [InlineData("string Say() => \"Saved.\";")]
    [InlineData("string Say(int n) => $\"{n} words\";")]
    [InlineData("string Say(int n) => $\"page {n}\";")]
    [InlineData("string Say() => @\"Two words\";")]
    [InlineData("string Say() => \"再试\";")]
    [InlineData("string Say() => \"\"\"\n    Two words\n    \"\"\";")]
    [InlineData("void Say() => Show(\"It is saved\");")]
    public void InFile_Words_AreFound(string member) => Assert.Single(Find(member));

    [Theory]
    [InlineData("string Say() => Text[\"Key\"];")]
    [InlineData("[LoggerMessage(LogLevel.Error, \"It went wrong\")] partial void Log();")]
    [InlineData("void Fail() => throw new InvalidOperationException($\"There is no step {id}.\");")]
    [InlineData("object Fail() => new NotSupportedException(\"Not this way.\");")]
    [InlineData("bool Is(string text) => text.Contains(\"rate limit\");")]
    [InlineData("bool Is(string text) => text is \"rate limit\" || text == \"context size\";")]
    [InlineData("string Line(int a, int b) => $\"M{a} {b} {a}\";")]
    [InlineData("string Join() => string.Join(\", \", names);")]
    [InlineData("string Mark() => \"m5 12.5 4.5 4.5L19 7.5\";")]
    [InlineData("/* two words */ int a; // two words")]
    public void InFile_OtherStrings_AreFine(string member) => Assert.Empty(Find(member));

    private static IEnumerable<FoundWords> Find(string member) => CodeWords.InFile(new SourceFile("A.cs", $"class A\n{{\n    {member}\n}}\n"));
}
