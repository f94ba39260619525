using System.Reflection.Emit;
using GuidelineBench.Kernels.Simd.Emission;

namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>
/// Loads what lies under the columns of a window: for tap j the input columns s x + j - padding of a vector of output
/// columns x. With stride 2 every second column is picked, so that two taps come from the same two vectors.
/// </summary>
internal sealed class TapLoader(KernelBody body, int kernelSize, int stride, int paddingLeft, int inputWidth, int outputWidth)
{
    /// <summary>What columns outside the map count as.</summary>
    public float Outside { get; init; }

    /// <returns>A vector for each tap; the caller gives them back to the pool.</returns>
    public LocalBuilder[] Load(LocalBuilder row, RowVector vector)
    {
        VectorOperations operations = VectorOperations.Of(vector.Bits);
        LocalBuilder[] taps = new LocalBuilder[kernelSize];
        for (int tap = 0; tap < kernelSize; tap++)
        {
            int column = vector.Column * stride + tap - paddingLeft;
            taps[tap] = body.Vectors.Rent(vector.Bits);
            if (stride == 1)
            {
                body.PushAddress(row, column);
                body.Call(operations.Load);
                PushMasked(taps[tap], vector, tap, operations);
                continue;
            }

            LocalBuilder first = LoadColumns(row, column, operations), second = LoadColumns(row, column + operations.Lanes, operations);
            operations.PushEveryOther(body, first, second, odd: false);
            PushMasked(taps[tap], vector, tap, operations);
            if (tap + 1 < kernelSize)
            {
                taps[++tap] = body.Vectors.Rent(vector.Bits);
                operations.PushEveryOther(body, first, second, odd: true);
                PushMasked(taps[tap], vector, tap, operations);
            }

            body.Vectors.Return(first);
            body.Vectors.Return(second);
        }

        return taps;
    }

    private LocalBuilder LoadColumns(LocalBuilder row, int column, VectorOperations operations)
    {
        LocalBuilder columns = body.Vectors.Rent(operations.Bits);
        body.PushAddress(row, column);
        body.Call(operations.Load);
        body.Pop(columns);
        return columns;
    }

    /// <summary>Pops a vector, replaces the lanes outside the map, and stores it.</summary>
    private void PushMasked(LocalBuilder to, RowVector vector, int tap, VectorOperations operations)
    {
        bool[] inside = [.. Enumerable.Range(0, operations.Lanes).Select(lane => IsInside(vector.Column + lane, tap))];
        if (inside.All(lane => lane))
        {
            body.Pop(to);
            return;
        }

        body.PushConstantAddress(LaneConstants.Address(inside));
        body.Call(operations.Load);
        body.Call(operations.And);
        if (Outside != 0)
        {
            body.PushConstantAddress(LaneConstants.Address([.. inside.Select(lane => lane ? 0 : Outside)]));
            body.Call(operations.Load);
            body.Call(operations.Or);
        }

        body.Pop(to);
    }

    /// <summary>Lanes beyond the row hold no pixel; they count as inside, so that a row of full vectors needs no mask.</summary>
    private bool IsInside(int outputColumn, int tap)
    {
        int column = outputColumn * stride + tap - paddingLeft;
        return outputColumn >= outputWidth || (column >= 0 && column < inputWidth);
    }
}
