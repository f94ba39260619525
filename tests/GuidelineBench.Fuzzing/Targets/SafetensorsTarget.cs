using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Files of weights: the header, and every tensor that can be read.</summary>
internal static class SafetensorsTarget
{
    public static FuzzTarget Create(string folder)
    {
        string path = Path.Combine(folder, "weights.safetensors");
        SafetensorsWriter.Write(path,
        [
            new("conv1.weight", new Tensor(TensorShape.Of(2, 3, 1, 1), [1, 2, 3, 4, 5, 6])),
            new("conv1.bias", new Tensor(TensorShape.Of(2), [0.5f, -0.5f])),
        ]);
        ImmutableArray<byte[]> samples =
        [
            System.IO.File.ReadAllBytes(path),
            File(8, """{"__metadata__":{"format":"pt"},"a":{"dtype":"F16","shape":[2,2],"data_offsets":[0,8]}}"""),
            File(4, """{"b":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]},"c":{"dtype":"F16","shape":[],"data_offsets":[2,4]}}"""),
            File(8, """{"d":{"dtype":"F64","shape":[1,1],"data_offsets":[0,8]}}"""),
        ];
        return new FuzzTarget("safetensors", 12, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            System.IO.File.WriteAllBytes(path, input);
            return Answer.Of<TensorFileException>(() =>
            {
                using SafetensorsFile file = SafetensorsFile.Open(path);
                return string.Join('\n', file.Entries.Values
                    .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                    .Select(entry => $"{entry.Name} {entry.TypeName} {entry.Shape} {file.Read(entry).Length}"));
            });
        });
    }

    private static byte[] File(int dataBytes, string header) =>
        [.. BitConverter.GetBytes((ulong)header.Length), .. Encoding.UTF8.GetBytes(header), .. new byte[dataBytes]];
}
