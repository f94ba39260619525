using System.IO.MemoryMappedFiles;
using System.Text;
using GuidelineBench.Fuzzing.Inputs;

namespace GuidelineBench.Fuzzing.Sessions;

/// <summary>
/// Keeps the input at hand in a mapped file, so that it is there after a crash of the process too (a stack overflow
/// cannot be caught): the parser's name, a line break, the input.
/// </summary>
internal sealed class InputKeeper : IDisposable
{
    private const int LongestName = 64;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private long started;

    /// <param name="path">Written anew; removed when the process ends in order.</param>
    public InputKeeper(string path)
    {
        Path = path;
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, sizeof(int) + LongestName + Mutator.LongestInput);
        view = file.CreateViewAccessor();
    }

    public string Path { get; }

    /// <summary>How many inputs were kept; stands still while one hangs.</summary>
    public long Count => Volatile.Read(ref started);

    public bool IsBusy { get; private set; }

    public void Keep(string target, byte[] input)
    {
        byte[] name = Encoding.ASCII.GetBytes(target + "\n");
        view.Write(0, name.Length + input.Length);
        view.WriteArray(sizeof(int), name, 0, name.Length);
        view.WriteArray(sizeof(int) + name.Length, input, 0, input.Length);
        IsBusy = true;
        Volatile.Write(ref started, started + 1);
    }

    public void Release() => IsBusy = false;

    /// <summary>What a process left behind.</summary>
    public static (string Target, byte[] Input) Read(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        byte[] kept = content.AsSpan(sizeof(int), BitConverter.ToInt32(content)).ToArray();
        int end = Array.IndexOf(kept, (byte)'\n');
        return (Encoding.ASCII.GetString(kept, 0, end), kept[(end + 1)..]);
    }

    public void Dispose()
    {
        view.Dispose();
        file.Dispose();
        File.Delete(Path);
    }
}
