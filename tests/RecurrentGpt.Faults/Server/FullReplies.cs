using System.Collections.Concurrent;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Faults.Server;

/// <summary>
/// Every reply that the server had ready, whole, whatever of it went over the wire. Read here by hand and not by the desk's own parser: what is stored must be
/// what the server meant, section for section.
/// </summary>
internal sealed class FullReplies
{
    private readonly ConcurrentQueue<Dictionary<string, string>> _replies = new();

    private FullReplies()
    {
    }

    /// <summary>Keeps the replies of a server from now on.</summary>
    public static FullReplies Of(FakeModelServer server)
    {
        var replies = new FullReplies();
        var write = server.Reply;
        server.Reply = request => replies.Keep(write(request));
        return replies;
    }

    public void Clear() => _replies.Clear();

    /// <summary>What of a stored step is not what the server had ready; null when all of it is.</summary>
    public string? FaultOf(Step step)
    {
        if (!Has("Output Paragraph", step.Paragraph))
        {
            return "the paragraph stored is not the whole one";
        }

        if (!Has("Updated Memory", step.WrittenMemory ?? step.ShortTermMemory))
        {
            return "the memory stored is not the whole one";
        }

        return step.Plans.Index().Any(plan => !Has($"Instruction {plan.Index + 1}", plan.Item.Text)) ? "a plan stored is not the whole one" : null;
    }

    /// <summary>Whether prose is the beginning of a paragraph that the server had ready.</summary>
    public bool IsBeginning(string prose) => _replies.Any(reply => reply.GetValueOrDefault("Output Paragraph", "").StartsWith(prose.TrimEnd(), StringComparison.Ordinal));

    private bool Has(string label, string text) => _replies.Any(reply => reply.GetValueOrDefault(label) == text);

    // Sections stand between blank lines, each under its label.
    private string Keep(string reply)
    {
        _replies.Enqueue(reply.Split("\n\n")
            .Select(section => section.Split(":\n", 2))
            .Where(section => section.Length == 2)
            .GroupBy(section => section[0])
            .ToDictionary(section => section.Key, section => section.First()[1]));
        return reply;
    }
}
