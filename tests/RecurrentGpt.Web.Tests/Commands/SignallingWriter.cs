namespace RecurrentGpt.Web.Tests.Commands;

/// <summary>Does something in the moment in which certain words are written.</summary>
internal sealed class SignallingWriter(string words, Action signal) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        if (value?.Contains(words, StringComparison.Ordinal) is true)
        {
            signal();
        }
    }
}
