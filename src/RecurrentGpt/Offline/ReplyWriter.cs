using System.Text;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Offline;

/// <summary>Writes a whole reply: each label that was asked for, in order, with its text.</summary>
internal static class ReplyWriter
{
    private static readonly string[] AllLabels = [.. Enum.GetValues<Section>().Select(section => Labels.Of(section, ReplyForm.Step)), Labels.Of(Section.Memory, ReplyForm.Opening)];

    internal static string Write(SampleRequest request, ulong seed)
    {
        var desk = new SectionWriter(request, new Stage(request, seed), seed);
        var reply = new StringBuilder();
        foreach (var (label, section) in request.Wanted)
        {
            reply.Append(label).Append(":\n").Append(WithoutLabels(desk.Write(section))).Append("\n\n");
        }

        return reply.ToString();
    }

    // A plan or a memory may speak of "Updated Memory: …"; in the reply that would pass for a label.
    private static string WithoutLabels(string text) => AllLabels.Aggregate(text, (clean, label) => clean.Replace(label + ":", label + ",", StringComparison.OrdinalIgnoreCase));
}
