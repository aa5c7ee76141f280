using System.Runtime.CompilerServices;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests;

internal static class AssemblySetup
{
    /// <summary>
    /// Runs before any test: bunit meets a lower AngleSharp.Diffing than it asks for, and SQLite its lower provider; and no test waits to ask a model again.
    /// </summary>
    [ModuleInitializer]
    internal static void Prepare()
    {
        AssemblyBesideApp.AnswerFor("AngleSharp.Diffing");
        SqliteLibrary.Prepare();
        Environment.SetEnvironmentVariable("Autopilot__RetryAfter", "00:00:00");
    }
}
