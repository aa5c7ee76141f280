using RecurrentGpt.FakeModel;

namespace RecurrentGpt.EndToEnd;

/// <summary>The chat requests of a model server's record by what they ask for.</summary>
public static class SentRequests
{
    private const string Lead = "Labels to write, in this order: ";

    /// <summary>Those that wrote a paragraph.</summary>
    public static IReadOnlyList<RecordedChatRequest> Writing(World world) => Asking(world, "Output Paragraph");

    /// <summary>Those that chose a plan.</summary>
    public static IReadOnlyList<RecordedChatRequest> Choosing(World world) => Asking(world, "Chosen Plan");

    /// <summary>The labels that a request asks for.</summary>
    public static IReadOnlyList<string> LabelsOf(RecordedChatRequest request)
    {
        var at = request.User.LastIndexOf(Lead, StringComparison.Ordinal);
        return at < 0 ? [] : request.User[(at + Lead.Length)..].Split('\n')[0].Split(", ");
    }

    private static IReadOnlyList<RecordedChatRequest> Asking(World world, string label) => [.. world.Model.ChatRequests.Where(request => LabelsOf(request).Contains(label))];
}
