using System.Collections.Concurrent;
using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>Writes the kernel of a <see cref="ShiftShape"/>.</summary>
internal static unsafe class ShiftEmitter
{
    private const int RowsArgument = 0, CopiesArgument = 1, OutputArgument = 2, CountArgument = 3, ChannelArgument = 4;

    private static readonly ConcurrentDictionary<ShiftShape, Lazy<ShiftKernel>> Compiled = new();

    public static ShiftKernel Get(ShiftShape shape) =>
        Compiled.GetOrAdd(shape, key => new Lazy<ShiftKernel>(() => Compile(key))).Value;

    private static ShiftKernel Compile(ShiftShape shape)
    {
        var body = new KernelBody("Shift", typeof(nint*), typeof(nint*), typeof(float*), typeof(nint), typeof(nint));
        var taps = new TapLoader(body, shape.KernelSize, shape.Stride, shape.PaddingLeft, shape.InputWidth, shape.OutputWidth);
        LocalBuilder rows = body.Pointer(RowsArgument), copies = body.Pointer(CopiesArgument);
        LocalBuilder row = body.Pointer(), output = body.Pointer();
        body.RepeatByArgument(CountArgument, () =>
        {
            body.LoadTableAddress(rows, ChannelArgument, row);
            body.CopyDistant(OutputArgument, copies, output);
            foreach (RowVector vector in RowVector.Cover(shape.OutputWidth))
            {
                VectorOperations operations = VectorOperations.Of(vector.Bits);
                LocalBuilder[] columns = taps.Load(row, vector);
                for (int tap = 0; tap < columns.Length; tap++)
                {
                    body.Push(columns[tap]);
                    body.PushAddress(output, tap * shape.CopyFloats + vector.Column);
                    body.Call(operations.Store);
                    body.Vectors.Return(columns[tap]);
                }
            }

            body.AdvanceTable(rows, 1);
            body.AdvanceTable(copies, 1);
        });
        return body.Compile<ShiftKernel>();
    }
}

/// <summary>A compiled copy of rows, shifted to each column of a window.</summary>
/// <param name="rows">Addresses of the input rows; rows outside the map are rows of zeros.</param>
/// <param name="copies">By row, where its first copy goes, in bytes from <paramref name="output"/>; in rising order.</param>
/// <param name="output">Of the channel.</param>
/// <param name="count">Rows, 1 or more.</param>
/// <param name="channel">The channel's offset from the rows' addresses, in bytes.</param>
internal unsafe delegate void ShiftKernel(nint* rows, nint* copies, float* output, nint count, nint channel);

/// <summary>
/// What a copy is specialised for that lays out the columns under a window: one copy of a row for each column of the
/// window, so that a k x k convolution becomes a product over consecutive pixels, borders included.
/// </summary>
/// <param name="KernelSize">k, the number of copies.</param>
/// <param name="Stride">1 or 2.</param>
/// <param name="PaddingLeft">Columns of padding before the first.</param>
/// <param name="InputWidth">Columns of the input.</param>
/// <param name="OutputWidth">Columns of the output.</param>
/// <param name="CopyFloats">From one copy to the next.</param>
internal sealed record ShiftShape(int KernelSize, int Stride, int PaddingLeft, int InputWidth, int OutputWidth, int CopyFloats);
