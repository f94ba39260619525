using System.Globalization;
using GuidelineBench.Core.Files;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>
/// Data of tensors in files beside the model: regular files in its folder or below, by no link, each part within its file.
/// </summary>
/// <param name="folder">Where the model lies.</param>
internal sealed class ExternalData(string folder) : IDisposable
{
    private readonly Dictionary<string, FileStream> open = new(StringComparer.Ordinal);

    /// <exception cref="RefusalException">It lies where it may not, or is not of this length.</exception>
    public byte[] Read(TensorProto tensor, long bytes)
    {
        string name = LineText.Quoted(tensor.Name);
        string location = Entry(tensor, "location") ?? throw Refusal.Of($"tensor {name} does not say where its data lies");
        long offset = Number(tensor, "offset") ?? 0;
        FileStream stream = Open(name, location);
        long length = Number(tensor, "length") ?? bytes;
        if (length != bytes)
            throw Refusal.Of($"tensor {name} needs {bytes} bytes, not {length}");
        if (offset > stream.Length || length > stream.Length - offset)
            throw Refusal.Of($"tensor {name} lies beyond the end of {LineText.Quoted(location)}");
        if (bytes > Array.MaxLength)
            throw Refusal.Of($"tensor {name} has {bytes} bytes");
        byte[] data = new byte[bytes];
        try
        {
            stream.Position = offset;
            stream.ReadExactly(data);
        }
        catch (IOException error)
        {
            throw Refusal.Of($"{LineText.Quoted(location)} cannot be read ({error.Message})");
        }

        return data;
    }

    public void Dispose()
    {
        foreach (FileStream stream in open.Values)
            stream.Dispose();
    }

    private static string? Entry(TensorProto tensor, string key)
    {
        string? found = null;
        foreach (StringStringEntryProto entry in tensor.ExternalData)
            if (entry.Key == key)
                found = found is null ? entry.Value : throw Refusal.Of($"tensor {LineText.Quoted(tensor.Name)} has {key} twice");
        return found;
    }

    private static long? Number(TensorProto tensor, string key) =>
        Entry(tensor, key) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : throw Refusal.Of($"tensor {LineText.Quoted(tensor.Name)} has the {key} {LineText.Quoted(text)}");

    private FileStream Open(string tensor, string location)
    {
        if (open.TryGetValue(location, out FileStream? known))
            return known;
        string where = LineText.Quoted(location);
        string[] parts = location.Split('/', '\\');
        if (location.Contains('\0', StringComparison.Ordinal) || location.Contains(':', StringComparison.Ordinal) || Path.IsPathRooted(location)
            || Array.Exists(parts, part => part is "" or "..") || (location.Contains('\\', StringComparison.Ordinal) && !OperatingSystem.IsWindows()))
            throw Refusal.Of($"tensor {tensor} lies in {where}, which is not in the model's folder");
        string path = folder;
        try
        {
            foreach (string part in parts)
            {
                path = Path.Combine(path, part);
                if (new FileInfo(path).LinkTarget is not null)
                    throw Refusal.Of($"tensor {tensor} lies in {where}, which goes by a link");
            }

            if (FileStatus.Of(path) is not { Kind: FileKind.Regular } status)
                throw Refusal.Of($"tensor {tensor} lies in {where}, which is no file");
            if (status.Links > 1)
                throw Refusal.Of($"tensor {tensor} lies in {where}, which is a file of several names");
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            open[location] = stream;
            return stream;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refusal.Of($"{where} cannot be read ({error.Message})");
        }
    }
}
