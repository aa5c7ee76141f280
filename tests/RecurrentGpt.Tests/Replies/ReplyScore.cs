using RecurrentGpt.Replies;
using Xunit.Abstractions;

namespace RecurrentGpt.Tests.Replies;

/// <summary>Counts replies that were read right, refused with a name for what is wrong, and read wrong without a word, which is the worst.</summary>
internal sealed class ReplyScore
{
    private readonly SortedDictionary<string, (int Right, int Refused, int Wrong)> _kinds = new(StringComparer.Ordinal);

    internal int Right => _kinds.Values.Sum(kind => kind.Right);

    internal int Refused => _kinds.Values.Sum(kind => kind.Refused);

    internal int Wrong => _kinds.Values.Sum(kind => kind.Wrong);

    internal void Add(string kind, ReplyCase expected, Reply reply)
    {
        var (right, refused, wrong) = _kinds.GetValueOrDefault(kind);
        var isTrue = reply.Sections.All(section => expected.Sections.TryGetValue(section.Key, out var text) && text == section.Value);
        _kinds[kind] = (isTrue, reply.IsComplete) switch
        {
            (false, _) => (right, refused, wrong + 1),
            (true, true) when reply.Sections.Count == expected.Sections.Count => (right + 1, refused, wrong),
            (true, true) => (right, refused, wrong + 1),
            (true, false) => (right, refused + 1, wrong),
        };
    }

    internal void Print(ITestOutputHelper output)
    {
        output.WriteLine($"all: {Right} right, {Refused} refused, {Wrong} wrong silently");
        foreach (var (kind, (right, refused, wrong)) in _kinds)
        {
            output.WriteLine($"{kind}: {right} right, {refused} refused, {wrong} wrong silently");
        }
    }
}
