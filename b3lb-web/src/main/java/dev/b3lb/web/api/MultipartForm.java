package dev.b3lb.web.api;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.QueryParameters.Parameter;
import dev.b3lb.web.body.BodyRefused;
import dev.b3lb.web.body.Received;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;

/** Reads the fields of a body of type {@code multipart/form-data}, one after the other and up to a bound. */
final class MultipartForm {

    private MultipartForm() {}

    /**
     * The fields in their order; those without a name are left out, as in queries.
     *
     * @param contentType the value of the header, which says what stands between the parts
     * @throws BodyRefused if the body is not what its type says, has too many fields, or holds a file
     */
    static QueryParameters fields(String contentType, Received body) throws IOException {
        try {
            return new QueryParameters(read(new Part(contentType, body)));
        } catch (FileUploadException unreadable) {
            throw BodyRefused.because("The body of the request is not a complete multipart form");
        }
    }

    /** The body as the library wants it. */
    private record Part(String contentType, Received body) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return body.length();
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return body.open();
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    private static List<Parameter> read(RequestContext request) throws IOException {
        JakartaServletFileUpload<?, ?> reader = new JakartaServletFileUpload<>();
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        List<Parameter> fields = new ArrayList<>();
        FileItemInputIterator parts = reader.getItemIterator(request);
        for (int count = 1; parts.hasNext(); count++) {
            if (count > QueryParameters.MOST) {
                throw BodyRefused.because("The form has more than " + QueryParameters.MOST + " fields");
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
            throw BodyRefused.because("This call takes no file");
        }
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
