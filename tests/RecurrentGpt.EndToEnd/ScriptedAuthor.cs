using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;

namespace RecurrentGpt.EndToEnd;

/// <summary>Answers as the simulated author and as the judge of a stop condition; all else is left to who wrote before.</summary>
public sealed class ScriptedAuthor
{
    private readonly Func<RecordedChatRequest, string> _writer;

    private ScriptedAuthor(Func<RecordedChatRequest, string> writer) => _writer = writer;

    public string Chosen { get; set; } = "2";

    public string Followed { get; set; } = "none";

    /// <summary>The judgement, counted from 1, in which the condition has come to pass; 0 for never.</summary>
    public int MetAt { get; set; }

    /// <summary>How often it has judged.</summary>
    public int Judged { get; private set; }

    /// <summary>The first sentence of the paragraph that was judged last.</summary>
    public string Passage { get; private set; } = "";

    public static ScriptedAuthor At(FakeModelServer model)
    {
        var author = new ScriptedAuthor(model.Reply);
        model.Reply = author.Reply;
        return author;
    }

    private string Reply(RecordedChatRequest request)
    {
        var labels = SentRequests.LabelsOf(request);
        if (!labels.Contains("Chosen Plan") && !labels.Contains("Verdict"))
        {
            return _writer(request);
        }

        if (labels.Contains("Verdict"))
        {
            Judged++;
            Passage = Marks.TryRead(request.User, PartNames.LastParagraph, out var paragraph) ? paragraph[..(paragraph.IndexOf('.', StringComparison.Ordinal) + 1)] : "";
        }

        return string.Join("\n\n", labels.Select(label => $"{label}:\n{Section(label)}"));
    }

    private string Section(string label) => label switch
    {
        "Chosen Plan" => Chosen,
        "Reason" => "It is the one that costs Mara something, and the last paragraph has made her ready to pay.",
        "Followed Choice" => Followed,
        "Verdict" => Judged == MetAt ? "yes" : "no",
        "Quoted Passage" => Judged == MetAt ? Passage : "none",
        _ => "none",
    };
}
