using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>Knows to which step each word belongs, and finds words in what was sent that belong to no step on the path.</summary>
internal sealed class LeakCheck(WordChat chat, ScriptedEmbedder embedder)
{
    private readonly Dictionary<string, Guid> _owners = [];
    private int _chats;
    private int _embeddings;

    /// <summary>Texts that were looked at, and words that were found in them.</summary>
    public (int Texts, int Words) Seen { get; private set; }

    /// <summary>The words of all replies since the last look belong to a step.</summary>
    public void Own(Guid stepId)
    {
        for (var number = _chats + 1; number <= chat.Requests.Count; number++)
        {
            Own(Words.Of(number), stepId);
        }
    }

    public void Own(string word, Guid stepId) => _owners[word] = stepId;

    /// <summary>The words in all requests since the last look that belong to a step outside the path; a new step is on its own path.</summary>
    public IReadOnlyList<string> Look(IReadOnlyCollection<Guid> path)
    {
        string[] sent = [.. chat.Requests.Skip(_chats), .. embedder.Requests.Skip(_embeddings).SelectMany(texts => texts)];
        (_chats, _embeddings) = (chat.Requests.Count, embedder.Requests.Count);
        return [.. sent.SelectMany(text => Look(text, path))];
    }

    /// <summary>The same for a text that would be sent.</summary>
    public IReadOnlyList<string> Look(string text, IReadOnlyCollection<Guid> path)
    {
        var words = Words.In(text);
        Seen = (Seen.Texts + 1, Seen.Words + words.Count);
        return [.. words.Where(word => !_owners.TryGetValue(word, out var owner) || !path.Contains(owner)).Select(word => $"{word} in: {text}")];
    }
}
