using System.Text;

namespace RecurrentGpt.Offline;

/// <summary>Writes a whole reply: each label that was asked for, in order, with its text.</summary>
internal static class ReplyWriter
{
    internal static string Write(SampleRequest request, ulong seed)
    {
        var stage = new Stage(request, seed);
        var desk = new SectionWriter(request, stage);
        var reply = new StringBuilder();
        foreach (var (label, section) in request.Wanted)
        {
            reply.Append(label).Append(":\n").Append(desk.Write(section)).Append("\n\n");
        }

        return reply.ToString();
    }
}
