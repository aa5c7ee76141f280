using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Copies a database as it stands at one moment, whoever writes meanwhile.</summary>
internal static class DatabaseCopy
{
    /// <summary>In the name of a copy that is not whole yet.</summary>
    public const string Unfinished = ".unchecked";

    /// <summary>Makes one file that stands for itself, without a log beside it.</summary>
    public static void Make(string source, string file)
    {
        OwnerOnly.OpenFile(file, FileMode.Create).Dispose();
        using var from = Connections.OpenForLooking(source);
        using var to = OpenAlone(file);
        from.BackupDatabase(to);
        to.Ask("PRAGMA journal_mode = DELETE");
    }

    public static SqliteConnection OpenAlone(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void Check(string file)
    {
        using var connection = Connections.OpenForLooking(file);
        if (connection.Ask("PRAGMA integrity_check(1)") is var answer && answer as string != "ok")
        {
            throw new InvalidDataException($"the copy is damaged ({answer}).");
        }
    }

    /// <summary>Puts a whole file beside its place, and then into it: what stands there is the one or the other, whenever the program is killed.</summary>
    public static void PutInPlace(string copy, string place)
    {
        var draft = $"{place}{Unfinished}";
        using (var from = File.OpenRead(copy))
        using (var to = OwnerOnly.OpenFile(draft, FileMode.Create))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }

        File.Move(draft, place, overwrite: true);
    }

    /// <summary>Deletes a database and what SQLite lays beside one.</summary>
    public static void Delete(string file)
    {
        foreach (var beside in ((string[])["", "-wal", "-shm", "-journal"]).Select(ending => $"{file}{ending}").Where(File.Exists))
        {
            File.Delete(beside);
        }
    }
}
