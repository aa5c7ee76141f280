using System.Runtime.Loader;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Lets a lower version of an assembly than the one asked for be loaded: the runtime refuses it by itself, and asks here before it
/// gives up. Where the version asked for is present, nobody asks.
/// </summary>
public static class AssemblyBesideApp
{
    /// <summary>Answers requests for assemblies whose name begins so with the file beside the program.</summary>
    public static void AnswerFor(string namePrefix)
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var file = Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll");

            return name.Name?.StartsWith(namePrefix, StringComparison.Ordinal) is true && File.Exists(file)
                ? context.LoadFromAssemblyPath(file)
                : null;
        };
    }
}
