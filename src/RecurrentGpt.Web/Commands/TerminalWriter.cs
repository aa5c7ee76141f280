using System.Text;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Commands;

/// <summary>
/// Hands on what a verb says, titles and replies of servers among it, without what a terminal would take for a command: each control character but line ends and tabs,
/// and each sign that turns the direction of writing, becomes a mark in its place.
/// </summary>
internal sealed class TerminalWriter(TextWriter inner) : TextWriter
{
    private const char Mark = '\uFFFD';

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Harmless(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) => inner.Write(Harmless(value));

    public override void WriteLine(string? value) => inner.WriteLine(Harmless(value));

    public override void Flush() => inner.Flush();

    private static string? Harmless(string? value) => value is null ? null : string.Create(value.Length, value, (harmless, text) =>
    {
        for (var i = 0; i < harmless.Length; i++)
        {
            harmless[i] = Harmless(text[i]);
        }
    });

    private static char Harmless(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || TextDirection.Turns(c) ? Mark : c;
}
