namespace GuidelineBench.Execution.Weights.Files;

/// <summary>Fortran's order of a tensor's values, in which the first dimension varies fastest.</summary>
internal static class FortranOrder
{
    /// <param name="values">In Fortran's order.</param>
    /// <returns>The same in C's order, in which the last dimension varies fastest.</returns>
    public static float[] ToC(TensorShape shape, float[] values)
    {
        int rank = shape.Dimensions.Length;
        float[] result = new float[values.Length];
        Span<long> strides = stackalloc long[rank], index = stackalloc long[rank];
        for (int dimension = 0; dimension < rank; dimension++)
            strides[dimension] = dimension == 0 ? 1 : strides[dimension - 1] * shape.Dimensions[dimension - 1];
        long source = 0;
        for (int target = 0; target < result.Length; target++)
        {
            result[target] = values[source];
            for (int dimension = rank - 1; dimension >= 0; dimension--)
            {
                source += strides[dimension];
                if (++index[dimension] < shape.Dimensions[dimension])
                    break;
                source -= strides[dimension] * index[dimension];
                index[dimension] = 0;
            }
        }

        return result;
    }
}
