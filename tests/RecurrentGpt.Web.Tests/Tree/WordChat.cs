using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using RecurrentGpt.Prompts;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>
/// A chat model that puts a word of its own, which no other reply has, into all that it writes, and carries the words of the memory that it was given on, as memory does.
/// </summary>
internal sealed class WordChat : IChatClient
{
    private const string Lead = "Labels to write, in this order: ";

    private readonly List<string> _requests = [];

    /// <summary>All that was sent, one text a request.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>The word of the last reply.</summary>
    public string LastWord => Words.Of(_requests.Count);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = string.Join('\n', messages.Select(message => message.Text));
        _requests.Add(sent);
        await Task.CompletedTask;
        yield return new ChatResponseUpdate(ChatRole.Assistant, Reply(sent)) { ModelId = "words" };
        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
    }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Replies are always streamed.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private string Reply(string sent)
    {
        var labels = sent[(sent.LastIndexOf(Lead, StringComparison.Ordinal) + Lead.Length)..].Split('\n')[0].Split(", ");
        var carried = Marks.TryRead(sent, PartNames.ShortTermMemory, out var memory) ? Words.In(memory) : [];
        return string.Join("\n\n", labels.Select(label => $"{label}:\n{Section(label, [.. carried])}"));
    }

    // The plans differ as plans should; the words of a memory stay below its limits.
    private string Section(string label, string[] carried) => label switch
    {
        "Updated Memory" or "Summary" => $"They remember {string.Join(' ', [.. carried.TakeLast(40), LastWord])}.",
        "Coverage" => "1: missing",
        "Chosen Plan" => "1",
        "Followed Choice" => "none",
        "Verdict" => "no",
        "Instruction 1" => $"Mara climbs down to {LastWord} at once.",
        "Instruction 2" => $"A stranger with a lamp asks everybody about {LastWord}.",
        "Instruction 3" => $"Rain falls; {LastWord} is forgotten over supper.",
        _ => $"Under {label.ToUpperInvariant()} it says {LastWord}.",
    };
}
