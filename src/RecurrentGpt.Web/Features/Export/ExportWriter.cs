using System.Text;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>Writes text files: UTF-8 without a mark at the beginning, and line feeds for line ends.</summary>
internal static class ExportWriter
{
    // Some ten paragraphs; with the writer's own size each paragraph would take two writes.
    private const int Buffer = 16 * 1_024;

    /// <summary>The stream stays open when the writer is closed.</summary>
    public static StreamWriter Of(Stream output) => new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer, leaveOpen: true) { NewLine = "\n" };
}
