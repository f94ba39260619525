using System.Collections.Immutable;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>NumPy files of inputs.</summary>
internal static class NpyTarget
{
    public static FuzzTarget Create(string folder)
    {
        string path = Path.Combine(folder, "input.npy");
        ImmutableArray<byte[]> samples = [Sample(2, 3), Sample(4), Sample()];
        return new FuzzTarget("npy", 10, samples, ["'descr'", "'fortran_order'", "'shape'", "'<f4'", "'>f4'", "'|O'", "False", "True", "(1,)", "()", "(2, 3)", "2L", "u'", "0x", "\\x3c", "\\\n", "'''"], input =>
        {
            File.WriteAllBytes(path, input);
            return Answer.Of<TensorFileException>(() => NpyFile.Read(path).Shape.ToString());
        });

        byte[] Sample(params long[] dimensions)
        {
            var shape = TensorShape.Of(dimensions);
            NpyFile.Write(path, new Tensor(shape, new float[shape.Elements]));
            return File.ReadAllBytes(path);
        }
    }
}
