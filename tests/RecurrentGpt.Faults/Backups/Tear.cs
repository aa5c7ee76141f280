namespace RecurrentGpt.Faults.Backups;

/// <summary>Damages a file as failing disks and torn writes do.</summary>
internal static class Tear
{
    private const int PageSize = 4096;

    /// <summary>Damages one of the files, by chance.</summary>
    /// <returns>What was done.</returns>
    public static string By(Random chance, string database)
    {
        var log = $"{database}-wal";
        return chance.Next(20) switch
        {
            < 9 => Cut(chance, log),
            < 15 => Flip(chance, log, from: 0),
            15 => Flip(chance, log, from: 0, below: 32),
            16 => Remove(log),
            17 => Cut(chance, database),
            18 => Overwrite(chance, database),
            _ => Remove(database),
        };
    }

    private static string Cut(Random chance, string file)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.SetLength(chance.NextInt64(stream.Length + 1));
        return $"{Path.GetFileName(file)} cut to {stream.Length} bytes";
    }

    private static string Flip(Random chance, string file, long from, long? below = null)
    {
        using var stream = new FileStream(file, FileMode.Open);
        if (stream.Length == 0)
        {
            return $"{Path.GetFileName(file)} is empty";
        }

        stream.Position = from + chance.NextInt64(Math.Min(below ?? stream.Length, stream.Length) - from);
        var (place, bit) = (stream.Position, 1 << chance.Next(8));
        var value = stream.ReadByte();
        stream.Position = place;
        stream.WriteByte((byte)(value ^ bit));
        return $"{Path.GetFileName(file)} flipped at byte {place}";
    }

    private static string Overwrite(Random chance, string file)
    {
        using var stream = new FileStream(file, FileMode.Open);
        var page = chance.NextInt64(stream.Length / PageSize);
        stream.Position = page * PageSize;
        var noise = new byte[PageSize];
        chance.NextBytes(noise);
        stream.Write(noise);
        return $"{Path.GetFileName(file)} overwritten at page {page}";
    }

    private static string Remove(string file)
    {
        File.Delete(file);
        return $"{Path.GetFileName(file)} removed";
    }
}
