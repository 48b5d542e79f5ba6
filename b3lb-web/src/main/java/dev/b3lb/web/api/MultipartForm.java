package dev.b3lb.web.api;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.QueryParameters.Parameter;
import dev.b3lb.web.api.RequestBodies.BodyRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;

/** Reads the fields of a body of type {@code multipart/form-data}, one after the other and up to a bound. */
final class MultipartForm {

    private MultipartForm() {}

    /**
     * The fields in their order; those without a name are left out, as in queries.
     *
     * @param body of the request
     * @param most bytes of the whole body
     * @throws BodyRefused if the body is too large or not what its type says, or holds a file
     */
    static QueryParameters fields(HttpServletRequest http, InputStream body, int most) throws IOException {
        try {
            return new QueryParameters(read(context(http, body), most));
        } catch (FileUploadSizeException tooLarge) {
            throw BodyRefused.largerThan(most);
        } catch (FileUploadException unreadable) {
            throw new BodyRefused("The body of the request is not a complete multipart form");
        }
    }

    private static JakartaServletRequestContext context(HttpServletRequest http, InputStream body) {
        return new JakartaServletRequestContext(http) {
            @Override
            public InputStream getInputStream() {
                return body;
            }
        };
    }

    private static List<Parameter> read(JakartaServletRequestContext request, int most) throws IOException {
        JakartaServletFileUpload<?, ?> reader = new JakartaServletFileUpload<>();
        reader.setSizeMax(most);
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        List<Parameter> fields = new ArrayList<>();
        FileItemInputIterator parts = reader.getItemIterator(request);
        for (int count = 1; parts.hasNext(); count++) {
            if (count > QueryParameters.MOST) {
                throw new BodyRefused("The form has more than " + QueryParameters.MOST + " fields");
            }
            FileItemInput part = parts.next();
            String value = text(part);
            if (part.getFieldName() != null && !part.getFieldName().isEmpty()) {
                fields.add(new Parameter(part.getFieldName(), value));
            }
        }
        return fields;
    }

    private static String text(FileItemInput part) throws IOException {
        if (!part.isFormField()) {
            throw new BodyRefused("This call takes no file");
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
