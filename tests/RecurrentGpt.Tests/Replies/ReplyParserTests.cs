using RecurrentGpt.Replies;
using Xunit.Abstractions;

namespace RecurrentGpt.Tests.Replies;

public sealed class ReplyParserTests(ITestOutputHelper output)
{
    private static readonly Dictionary<string, ReplyCase> Cases = Corpus.All.ToDictionary(reply => reply.Name);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_ReplyOfTheCorpus_IsReadAsACarefulReaderWould(string name)
    {
        var expected = Cases[name];

        var reply = ReplyParser.Read(expected.Text, expected.Form, expected.End);

        Assert.Equal(expected.Sections.OrderBy(section => section.Key), reply.Sections.OrderBy(section => section.Key));
        Assert.Equal(expected.Form.Required.Where(section => !expected.Sections.ContainsKey(section)), reply.Missing);
        Assert.Equal(expected.Problem, reply.Problem);
    }

    [Fact]
    public void Read_WholeCorpus_IsWrongNowhere()
    {
        var score = new ReplyScore();
        foreach (var (kind, reply) in Corpus.Kinds.SelectMany(kind => kind.Replies.Select(reply => (kind.Name, reply))))
        {
            score.Add(kind, reply, ReplyParser.Read(reply.Text, reply.Form, reply.End));
        }

        score.Print(output);
        Assert.Equal((Cases.Count, 0), (score.Right + score.Refused, score.Wrong));
        Assert.True(Cases.Count >= 150);
    }

    [Fact]
    public void Read_TwoPlans_NamesTheThird()
    {
        var reply = ReplyParser.Read(Cases["two plans"].Text, ReplyForm.Step, ReplyEnd.Stop);

        Assert.Equal([Section.Instruction3], reply.Missing);
        Assert.False(reply.IsComplete);
    }

    [Fact]
    public void Read_LabelOfAnyAlias_BelongsToItsSection()
    {
        foreach (var form in new[] { ReplyForm.Opening, ReplyForm.Step, ReplyForm.OwnOpening })
        {
            foreach (var (section, alias) in form.Sections.SelectMany(section => Labels.Aliases(section, form).Select(alias => (section, alias))))
            {
                var reply = ReplyParser.Read($"{alias}: The river rose.", form, ReplyEnd.Stop);

                Assert.Equal("The river rose.", reply[section]);
            }
        }
    }
}
