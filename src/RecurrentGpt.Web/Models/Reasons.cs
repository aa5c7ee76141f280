using System.Globalization;
using System.Resources;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// The short reasons that stand behind a message. They lie in the messages' own resource file, so that both are translated together; clients that have no
/// localizer read them here.
/// </summary>
internal static class Reasons
{
    private static readonly ResourceManager Texts = new(typeof(FailureMessages));

    /// <summary>The reason of this name, in the language of the screen.</summary>
    public static string Of(string name, params object[] values)
    {
        var text = Texts.GetString($"Reason{name}", CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"The resources lack the reason {name}.");
        return values.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }
}
