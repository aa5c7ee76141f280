using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RecurrentGpt.Web.Storage;

/// <summary>Makes SQLite ready for its first use in this process.</summary>
public static class SqliteLibrary
{
    private const string BundledName = "e_sqlite3";

    // From this version on the bundled library is newer than most systems' own.
    private static readonly Version FirstCurrentBundle = new(2, 1);
    private static readonly Lock Gate = new();
    private static bool _isPrepared;

    /// <summary>Must run before anything opens a database; later calls do nothing.</summary>
    public static void Prepare()
    {
        lock (Gate)
        {
            if (_isPrepared)
            {
                return;
            }

            AssemblyBesideApp.AnswerFor("SQLitePCLRaw.");
            PreferSystemLibrary();
            _isPrepared = true;
        }
    }

    // Not inlined: its types can be loaded only after the answer above is in place.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PreferSystemLibrary()
    {
        var provider = typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly;
        if (provider.GetName().Version < FirstCurrentBundle)
        {
            NativeLibrary.SetDllImportResolver(provider, FindNative);
        }
    }

    private static nint FindNative(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == BundledName && OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libsqlite3.so.0", out var handle) ? handle : 0;
}
