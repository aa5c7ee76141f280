using RecurrentGpt.Replies;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Twice the text takes about twice the memory to read, whatever the text is made of. Memory can be counted where time cannot.</summary>
public sealed class ReplyLinearityTests
{
    private const int Size = 8_000;
    private const double Most = 2.3;

    public static TheoryData<string, string, string> Texts => new()
    {
        { "prose", "The ferry had stopped in mid-river. ", "" },
        { "lines of prose", "The ferry had stopped in mid-river.\n", "" },
        { "labels", "Updated Memory:\n", "" },
        { "labels with text", "Instruction 1: word\nInstruction 2: word\nInstruction 3: word\n", "" },
        { "decorated labels", "**Instruction 1:** word\n", "" },
        { "labels on one line", "Instruction 1: word ", "" },
        { "everyday words", "**Paragraph:** word\n", "## Updated Memory\n" },
        { "braces", "{\"a\":", "" },
        { "braces in lines", "\n{\"", "" },
        { "cut JSON", "\"a\": \"b\", ", "{\"Output Paragraph\": \"One.\", " },
        { "open thinking", "<think>", "" },
        { "thinking", "<think>a</think>", "" },
        { "ends of thinking", "</think>", "" },
        { "beginnings of tokens", "<|im_", "" },
        { "fences", "```\n", "" },
        { "blank lines", "\n \n", "Output Paragraph:\nOne." },
        { "rules", "\n---\n", "Output Paragraph:\n" },
        { "bullets", "- go\n", "Instructions:\n" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_TwiceTheText_TakesTwiceTheMemory(string name, string unit, string start)
    {
        _ = Read(start, unit, 10);

        var (once, twice) = (Least(() => Read(start, unit, Size)), Least(() => Read(start, unit, 2 * Size)));

        Assert.True(twice <= once * Most, $"{name}: {once} bytes, then {twice}");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Add_TwiceTheText_TakesTwiceTheMemory(string name, string unit, string start)
    {
        _ = Stream(start, unit, 10);

        var (once, twice) = (Least(() => Stream(start, unit, Size / 4)), Least(() => Stream(start, unit, Size / 2)));

        Assert.True(twice <= once * Most, $"{name}: {once} bytes, then {twice}");
    }

    // What others do in the process can empty the runtime's pools between two readings, which then adds to what one of them takes, and never takes away.
    private static long Least(Func<long> measure) => Enumerable.Range(0, 3).Min(_ => measure());

    private static long Read(string start, string unit, int count)
    {
        var text = start + string.Concat(Enumerable.Repeat(unit, count));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = ReplyParser.Read(text, ReplyForm.Step, ReplyEnd.Stop);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static long Stream(string start, string unit, int count)
    {
        var pieces = (start + string.Concat(Enumerable.Repeat(unit, count))).Chunk(20).Select(piece => new string(piece)).ToList();
        var reader = new ReplyReader(ReplyForm.Step);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var piece in pieces)
        {
            _ = reader.Add(piece);
        }

        _ = reader.End();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
