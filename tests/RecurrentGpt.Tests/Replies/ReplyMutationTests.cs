using System.Text;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

/// <summary>What no reply may do, however it is broken: throw, or leave a fragment behind as memory.</summary>
public sealed class ReplyMutationTests
{
    private const int Mutations = 10_000;

    private static readonly (string Text, ReplyForm Form, IReadOnlyDictionary<Section, string> Sections)[] WellFormed =
        [.. DressedReplies.All.Select(reply => (reply.Text, reply.Form, reply.Sections))];

    [Fact]
    public void Read_ReplyCutAnywhere_HandsOnWholeSectionsOnly()
    {
        var random = new Random(2305);
        var checks = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var (text, form, sections) = WellFormed[random.Next(WellFormed.Length)];
            var at = random.Next(text.Length);

            var reply = ReplyParser.Read(text[..at], form, i % 2 == 0 ? ReplyEnd.Length : ReplyEnd.ContentFilter);

            Assert.False(reply.IsComplete);
            Assert.All(reply.Sections, section => Assert.Equal(sections[section.Key], section.Value));
            checks += reply.Sections.Count;
        }

        Assert.True(checks > Mutations);
    }

    [Fact]
    public void Read_StreamThatStoppedAnywhere_KeepsNoFragmentOfMemory()
    {
        var random = new Random(13304);
        var checks = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var (text, form, sections) = WellFormed[random.Next(WellFormed.Length)];

            var reply = ReplyParser.Read(text[..random.Next(text.Length)], form, ReplyEnd.Unknown);

            var kept = reply.Sections.Where(section => section.Key != Section.Instruction3).ToList();
            Assert.All(kept, section => Assert.Equal(sections[section.Key], section.Value));
            checks += kept.Count;
        }

        Assert.True(checks > Mutations);
    }

    [Fact]
    public void Read_ReplyMutatedAnyhow_NeverThrowsAndNamesWhatIsMissing()
    {
        var random = new Random(1966);
        for (var i = 0; i < Mutations; i++)
        {
            var (text, form, _) = WellFormed[random.Next(WellFormed.Length)];
            var mutated = Mutate(text, random);

            var reply = ReplyParser.Read(mutated, form, (ReplyEnd)random.Next(4));

            Assert.Equal(form.Required.Where(section => reply[section] is null), reply.Missing);
            Assert.Equal(reply.Missing.Count == 0, reply.IsComplete);
            Assert.DoesNotContain(reply.Sections, section => string.IsNullOrWhiteSpace(section.Value));
        }
    }

    [Fact]
    public void Add_ReplyMutatedAnyhow_NeverThrows()
    {
        var random = new Random(451);
        for (var i = 0; i < Mutations / 10; i++)
        {
            var (text, form, _) = WellFormed[random.Next(WellFormed.Length)];
            var reader = new ReplyReader(form);
            var mutated = Mutate(text, random);

            List<ReplyPiece> pieces = [.. mutated.Chunk(5).SelectMany(chunk => reader.Add(new string(chunk)))];
            pieces.AddRange(reader.End());

            Assert.All(pieces, piece => Assert.Contains(piece.Section, form.Sections));
        }
    }

    [Fact]
    public void Read_NothingButLabels_ReadsNothing()
    {
        var text = string.Concat(Enumerable.Repeat("Output Paragraph:\nUpdated Memory:\nInstruction 1:\n", 2_000));

        var reply = ReplyParser.Read(text, ReplyForm.Step, ReplyEnd.Stop);

        Assert.Empty(reply.Sections);
        Assert.Equal(ReplyForm.Step.Required, reply.Missing);
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var i = random.Next(1, 8); i > 0 && mutated.Length > 0; i--)
        {
            var at = random.Next(mutated.Length);
            _ = random.Next(5) switch
            {
                0 => mutated.Remove(at, random.Next(mutated.Length - at)),
                1 => mutated.Insert(at, Odd[random.Next(Odd.Length)]),
                2 => mutated.Insert(at, mutated.ToString(0, random.Next(mutated.Length))),
                3 => mutated.Replace(mutated[at], (char)random.Next(char.MaxValue), at, 1),
                _ => mutated.Remove(at, 1),
            };
        }

        return mutated.ToString();
    }

    private static readonly string[] Odd =
    [
        "\n", "\r", "\0", "\uD83D", "\uFEFF", "<think>", "</think>", "<|im_end|>", "[INST]", "```\n", "{\"", "}\n{", "\"", "**", "Updated Memory:", "\nOutput Memory:\n",
        "\n指令：\n1、", "Instruction 1:", "\n---\n", "(", "<", "1.", "\t\u3000", "...",
    ];
}
